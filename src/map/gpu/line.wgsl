// A polyline as one instance a segment: each a capsule by distance, so joins and ends are round
// and edges anti-aliased. The instance carries its neighbours in the line: a fragment belongs to
// the nearest of the three segments alone, so translucent lines do not darken at their joins.

struct Uniform {
  scale: f32,           // points a world unit
  pixels_per_point: f32,
  offset: vec2<f32>,    // where the batch's origin lies, points from the viewport's corner
  viewport: vec2<f32>,  // points
  half_width: f32,      // points
  dash: f32,            // points; 0: solid
  gap: f32,             // points
  fade: f32,            // points over which the line's edge fades (a glow); 0: crisp
  pad: vec2<f32>,
  color: vec4<f32>,     // premultiplied, gamma space
};
@group(0) @binding(0) var<uniform> u: Uniform;

struct Varying {
  @builtin(position) clip: vec4<f32>,
  @location(0) p: vec2<f32>,
  @location(1) @interpolate(flat) a: vec2<f32>,
  @location(2) @interpolate(flat) b: vec2<f32>,
  @location(3) @interpolate(flat) before: vec2<f32>,
  @location(4) @interpolate(flat) after: vec2<f32>,
  @location(5) @interpolate(flat) along: f32,
};

@vertex
fn vs(
  @builtin(vertex_index) index: u32,
  @location(0) before: vec2<f32>,
  @location(1) a: vec2<f32>,
  @location(2) b: vec2<f32>,
  @location(3) after: vec2<f32>,
  @location(4) along: f32,
) -> Varying {
  let pa = a * u.scale + u.offset;
  let pb = b * u.scale + u.offset;
  let reach = u.half_width + u.fade + 1.0;
  var d = pb - pa;
  let length = max(length(d), 1e-6);
  d = d / length;
  let n = vec2<f32>(-d.y, d.x);
  let end = select(pa - d * reach, pb + d * reach, (index & 1u) == 1u);
  let side = select(-reach, reach, (index & 2u) == 2u);
  let p = end + n * side;
  var o: Varying;
  o.clip = vec4<f32>(2.0 * p.x / u.viewport.x - 1.0, 1.0 - 2.0 * p.y / u.viewport.y, 0.0, 1.0);
  o.p = p;
  o.a = pa;
  o.b = pb;
  o.before = before * u.scale + u.offset;
  o.after = after * u.scale + u.offset;
  o.along = along * u.scale;
  return o;
}

fn to_segment(p: vec2<f32>, a: vec2<f32>, b: vec2<f32>) -> f32 {
  let ab = b - a;
  let t = clamp(dot(p - a, ab) / max(dot(ab, ab), 1e-12), 0.0, 1.0);
  return length(p - a - ab * t);
}

@fragment
fn fs(v: Varying) -> @location(0) vec4<f32> {
  let ab = v.b - v.a;
  let along = clamp(dot(v.p - v.a, ab) / max(dot(ab, ab), 1e-12), 0.0, 1.0);
  let d = length(v.p - v.a - ab * along);
  // Equal distances (at the bisector) go to the earlier segment.
  if (any(v.before != v.a) && to_segment(v.p, v.before, v.a) <= d) { discard; }
  if (any(v.after != v.b) && to_segment(v.p, v.b, v.after) < d) { discard; }
  var coverage: f32;
  if (u.fade > 0.0) {
    coverage = 1.0 - smoothstep(u.half_width, u.half_width + u.fade, d);
  } else {
    coverage = clamp((u.half_width - d) * u.pixels_per_point + 0.5, 0.0, 1.0);
  }
  if (u.dash > 0.0) {
    let at = v.along + along * length(ab);
    let period = u.dash + u.gap;
    let into = at - floor(at / period) * period;
    // Distance to the dash, both ways round the period.
    let outside = max(max(into - u.dash, 0.0) * step(into, period - 0.5 * u.gap), 0.0)
      + max(period - into, 0.0) * step(period - 0.5 * u.gap, into);
    coverage *= clamp(0.5 - outside * u.pixels_per_point + 0.5, 0.0, 1.0);
  }
  if (coverage <= 0.0) { discard; }
  return u.color * coverage;
}
