// Discs, one instance each: a point is a disc with a rim, a cluster a disc with a ring in the
// shares of the kinds. Positions are whole numbers and the view's centre is subtracted from them as
// such, so what lies on the screen is exact however far from the origin the camera is.

struct Uniform {
  center: vec2<i32>,      // of the view
  offset: vec2<f32>,      // where that lies, points from the viewport's corner
  viewport: vec2<f32>,    // points
  scale: f32,             // points a unit of position
  pixels_per_point: f32,
  point_radius: f32,      // points, with the rim
  rim: f32,               // width of a point's rim, points
  ring: f32,              // width of a cluster's ring, points
  shade: f32,             // width of the shadow round all, points
  fill: vec4<f32>,        // of clusters; premultiplied, gamma space, as all that follow
  edge: vec4<f32>,        // of points
  shadow: vec4<f32>,
  palette: array<vec4<f32>, 6>,
};
@group(0) @binding(0) var<uniform> u: Uniform;

struct Varying {
  @builtin(position) clip: vec4<f32>,
  @location(0) p: vec2<f32>,
  @location(1) @interpolate(flat) shares: vec4<f32>,
  @location(2) @interpolate(flat) last_share: f32,
  @location(3) @interpolate(flat) kind: u32,
  @location(4) @interpolate(flat) radius: f32,
};

// `shares`: where the first four kinds end on the ring, 0 to 1. `look`: where the fifth ends (of
// 255), the kind of a point, and the radius of a cluster in half points, 0 for a point.
@vertex
fn vs(
  @builtin(vertex_index) index: u32,
  @location(0) at: vec2<i32>,
  @location(1) shares: vec4<f32>,
  @location(2) look: vec4<u32>,
) -> Varying {
  let middle = vec2<f32>(at - u.center) * u.scale + u.offset;
  let radius = 0.5 * f32(look.z);
  let outer = select(radius + 0.5 * u.ring, u.point_radius, look.z == 0u);
  let reach = outer + u.shade + 1.0;
  let corner = vec2<f32>(select(-1.0, 1.0, (index & 1u) == 1u), select(-1.0, 1.0, (index & 2u) == 2u));
  let p = middle + reach * corner;
  var o: Varying;
  o.clip = vec4<f32>(2.0 * p.x / u.viewport.x - 1.0, 1.0 - 2.0 * p.y / u.viewport.y, 0.0, 1.0);
  o.p = reach * corner;
  o.shares = shares;
  o.last_share = f32(look.x) / 255.0;
  o.kind = look.y;
  o.radius = radius;
  return o;
}

// How much of a pixel lies on the far side of an edge that is `beyond` points away.
fn covered(beyond: f32) -> f32 {
  return clamp(0.5 + beyond * u.pixels_per_point, 0.0, 1.0);
}

// How much of a pixel belongs to the kinds after the one that ends at `end`.
fn after(turn: f32, end: f32, around: f32) -> f32 {
  if (end <= 0.0) { return 1.0; }
  if (end >= 1.0) { return 0.0; }
  return covered((turn - end) * around);
}

// The ring's colour: the kinds clockwise from the top.
fn ring_color(v: Varying, d: f32) -> vec4<f32> {
  let turn = fract(atan2(v.p.x, -v.p.y) / 6.283185307);
  let around = 6.283185307 * d;
  var color = u.palette[0];
  color = mix(color, u.palette[1], after(turn, v.shares.x, around));
  color = mix(color, u.palette[2], after(turn, v.shares.y, around));
  color = mix(color, u.palette[3], after(turn, v.shares.z, around));
  color = mix(color, u.palette[4], after(turn, v.shares.w, around));
  return mix(color, u.palette[5], after(turn, v.last_share, around));
}

@fragment
fn fs(v: Varying) -> @location(0) vec4<f32> {
  let d = length(v.p);
  var body: vec4<f32>;
  var outer: f32;
  if (v.radius > 0.0) {
    outer = v.radius + 0.5 * u.ring;
    body = mix(u.fill, ring_color(v, d), covered(d - outer + u.ring));
  } else {
    outer = u.point_radius;
    body = mix(u.palette[min(v.kind, 5u)], u.edge, covered(d - outer + u.rim));
  }
  let inside = covered(outer - d);
  let shade = 1.0 - smoothstep(outer, outer + max(u.shade, 0.01), d);
  let color = body * inside + u.shadow * shade * (1.0 - inside);
  if (color.a <= 0.0) { discard; }
  return color;
}
