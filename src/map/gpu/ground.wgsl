// Land as triangles, tinted by country and multiplied by the relief's hillshade.

struct Uniform {
  scale: f32,             // points a world unit
  shade_tints: f32,       // k of the four countries
  offset: vec2<f32>,      // where the mesh's origin lies, points from the viewport's corner
  viewport: vec2<f32>,    // points
  shade_outside: f32,     // k of the land outside
  pad: f32,
  relief_origin: vec2<f32>, // the relief's north-west corner in mesh units
  relief_size: vec2<f32>,   // its size in mesh units
  tints: array<vec4<f32>, 6>, // by role: DZA, MLI, NER, BFA, outside, water; premultiplied
};
@group(0) @binding(0) var<uniform> u: Uniform;
@group(0) @binding(1) var relief: texture_2d<f32>;
@group(0) @binding(2) var relief_sampler: sampler;

struct Varying {
  @builtin(position) clip: vec4<f32>,
  @location(0) uv: vec2<f32>,
  @location(1) @interpolate(flat) role: u32,
};

@vertex
fn vs(@location(0) at: vec2<f32>, @location(1) role: u32) -> Varying {
  let p = at * u.scale + u.offset;
  var o: Varying;
  o.clip = vec4<f32>(2.0 * p.x / u.viewport.x - 1.0, 1.0 - 2.0 * p.y / u.viewport.y, 0.0, 1.0);
  o.uv = (at - u.relief_origin) / u.relief_size;
  o.role = role;
  return o;
}

@fragment
fn fs(v: Varying) -> @location(0) vec4<f32> {
  let tint = u.tints[v.role];
  var k = select(u.shade_outside, u.shade_tints, v.role < 4u);
  if (v.role == 5u) { k = 0.0; }
  // The relief ends inside the window's world: fade it out over the last hundredth.
  let edge = min(min(v.uv.x, 1.0 - v.uv.x), min(v.uv.y, 1.0 - v.uv.y));
  k = k * clamp(edge * 50.0, 0.0, 1.0);
  let r = textureSampleLevel(relief, relief_sampler, v.uv, 0.0).r * (255.0 / 128.0);
  let shade = clamp(1.0 + k * (r - 1.0), 0.72, 1.34);
  // Enlarged, the relief changes by less than a level over many pixels: a fixed pattern of half
  // a level (Jimenez 2014) keeps that from showing as steps.
  let noise = fract(52.9829189 * fract(dot(v.clip.xy, vec2<f32>(0.06711056, 0.00583715)))) - 0.5;
  let rgb = tint.rgb * shade + select(0.0, noise / 255.0, k > 0.0);
  return vec4<f32>(clamp(rgb, vec3<f32>(0.0), vec3<f32>(tint.a)), tint.a);
}
