//! Does a set of many points keep every point at every zoom, and find what is under the pointer?

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "support/points.rs"]
mod made;

use egui::{Pos2, Rect, pos2, vec2};
use proptest::prelude::*;
use sahel_map::dossier::Kind;
use sahel_map::geodata::LonLat;
use sahel_map::map::points::{MapPoint, Picked, PointId, PointSet, Thing, cluster_radius};
use sahel_map::map::view::{View, WorldXy};
use sahel_map::state::Camera;

/// Every integer zoom of the map.
const ZOOMS: std::ops::RangeInclusive<u8> = 3..=14;

fn point(id: u32, lon: f64, lat: f64) -> MapPoint {
    let kind = Kind::ALL[id as usize % Kind::ALL.len()];
    MapPoint { id: PointId(id), at: LonLat::saturating(lon, lat), kind }
}

fn things(set: &PointSet, zoom: u8) -> &[Thing] {
    set.at_zoom(f64::from(zoom)).things()
}

fn assert_counts_are_kept(set: &PointSet) {
    for zoom in ZOOMS {
        let sum: usize = things(set, zoom).iter().map(|thing| thing.count as usize).sum();
        assert_eq!(sum, set.len(), "at zoom {zoom}");
    }
}

/// How far apart two things are on the screen at the beginning of `zoom`.
fn apart(a: WorldXy, b: WorldXy, zoom: u8) -> f64 {
    (a.x - b.x).hypot(a.y - b.y) * View::points_across(f64::from(zoom))
}

fn view(at: LonLat, zoom: f64) -> View {
    let map = Rect::from_min_size(pos2(400.0, 52.0), vec2(1520.0, 1000.0));
    View::new(map, Camera { center: at, zoom })
}

/// What [`PointSet::pick`] must find, by looking at everything.
fn picked_by_hand(set: &PointSet, view: &View, pointer: Pos2) -> Option<(WorldXy, u32)> {
    let level = set.at_zoom(view.camera.zoom);
    let at = view.world_from_screen(pointer);
    let far = |thing: &Thing| (thing.at.x - at.x).hypot(thing.at.y - at.y) * view.scale();
    let hit = |thing: &&Thing| far(thing) <= f64::from(level.reach_of(thing));
    let nearest = level.things().iter().filter(hit).min_by(|a, b| far(a).total_cmp(&far(b)));
    nearest.map(|thing| (thing.at, thing.count))
}

fn what(picked: Picked) -> (WorldXy, u32) {
    match picked {
        Picked::Point { at, on_spot, .. } => (at, on_spot),
        Picked::Cluster { at, count } => (at, count),
    }
}

#[test]
fn every_point_is_counted_at_every_zoom() {
    let set = PointSet::new(made::generated(20_000, 1)).unwrap();
    assert_counts_are_kept(&set);
    let counts: Vec<usize> = ZOOMS.map(|zoom| things(&set, zoom).len()).collect();
    assert!(counts.is_sorted(), "{counts:?}");
    assert!(counts[0] < 100, "{counts:?}");
}

#[test]
fn from_zoom_12_on_every_spot_stands_alone() {
    let set = PointSet::new(made::generated(20_000, 1)).unwrap();
    for zoom in [12.0, 13.5, 14.0] {
        let level = set.at_zoom(zoom);
        assert!(level.things().iter().all(|thing| !level.is_cluster(thing)), "at zoom {zoom}");
    }
    let before = set.at_zoom(11.99);
    assert!(before.things().iter().any(|thing| before.is_cluster(thing)));
}

#[test]
fn no_cluster_overlaps_another_thing() {
    let set = PointSet::new(made::generated(20_000, 2)).unwrap();
    for zoom in 3..=9 {
        let things = things(&set, zoom);
        let mut west_to_east: Vec<&Thing> = things.iter().collect();
        west_to_east.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
        for (number, a) in west_to_east.iter().enumerate() {
            let radius = |thing: &Thing| match thing.count {
                1 => 7.0,
                count => f64::from(cluster_radius(count)) + 2.0,
            };
            let near = west_to_east[number + 1..]
                .iter()
                .take_while(|b| (b.at.x - a.at.x) * View::points_across(f64::from(zoom)) < 128.0);
            for b in near {
                let room = apart(a.at, b.at, zoom) - radius(a) - radius(b);
                assert!(room > 0.0, "at zoom {zoom}: {a:?} and {b:?} overlap by {room}");
            }
        }
    }
}

#[test]
fn a_cluster_stands_at_the_mean_of_its_points() {
    let points = vec![point(0, 1.0, 18.0), point(1, 1.02, 18.0), point(2, 1.01, 18.0)];
    let set = PointSet::new(points).unwrap();
    let [cluster] = things(&set, 6) else { panic!("one cluster") };
    let middle = WorldXy::from_geo(LonLat::saturating(1.01, 18.0));
    assert_eq!(cluster.count, 3);
    assert!(apart(cluster.at, middle, 14) < 0.05, "{cluster:?}");
}

#[test]
fn the_order_of_the_points_makes_no_difference() {
    let points = made::generated(5_000, 3);
    let mut turned = points.clone();
    turned.reverse();
    let mut shuffled: Vec<MapPoint> = Vec::new();
    for step in 0..points.len() {
        shuffled.push(points[step * 1_009 % points.len()]);
    }
    let [set, again, turned, shuffled] =
        [points.clone(), points, turned, shuffled].map(|points| PointSet::new(points).unwrap());
    for zoom in ZOOMS {
        let expected = things(&set, zoom);
        for other in [&again, &turned, &shuffled] {
            assert_eq!(things(other, zoom), expected, "at zoom {zoom}");
        }
    }
}

#[test]
fn a_set_of_none_and_of_one() {
    let none = PointSet::new(Vec::new()).unwrap();
    assert!(none.is_empty());
    let at = LonLat::saturating(1.41, 18.44);
    let middle = view(at, 7.0).rect.center();
    for zoom in ZOOMS {
        assert!(things(&none, zoom).is_empty());
        assert_eq!(none.pick(&view(at, f64::from(zoom)), middle), None);
    }
    let one = PointSet::new(vec![point(7, 1.41, 18.44)]).unwrap();
    for zoom in ZOOMS {
        assert_eq!(things(&one, zoom).len(), 1);
        let picked = one.pick(&view(at, f64::from(zoom)), middle + vec2(9.0, 0.0));
        assert!(
            matches!(picked, Some(Picked::Point { id: PointId(7), on_spot: 1, .. })),
            "at zoom {zoom}: {picked:?}"
        );
        assert_eq!(one.pick(&view(at, f64::from(zoom)), middle + vec2(11.0, 0.0)), None);
    }
}

#[test]
fn points_at_the_date_line_and_the_poles_are_kept_where_they_are() {
    let ends = [(-180.0, 0.0), (180.0, 0.0), (180.0, 90.0), (-180.0, -90.0), (179.999_99, 0.0)];
    let points = ends.iter().zip(0..).map(|(&(lon, lat), id)| point(id, lon, lat));
    let set = PointSet::new(points.collect()).unwrap();
    assert_counts_are_kept(&set);
    // The map is one sheet: its two ends are far apart on it.
    let far = things(&set, 3);
    assert_eq!(far.len(), 4, "{far:?}");
    assert!(far.iter().all(|thing| (0.0..=1.0).contains(&thing.at.x)));
    let beside = view(LonLat::saturating(180.0, 0.0), 14.0);
    let picked = set.pick(&beside, beside.rect.center()).unwrap();
    assert!(matches!(picked, Picked::Point { id: PointId(1), .. }), "{picked:?}");
}

#[test]
fn a_hundred_thousand_on_one_spot_are_one_thing_at_every_zoom() {
    let points = (0..100_000).map(|id| point(id, 1.41, 18.44));
    let set = PointSet::new(points.collect()).unwrap();
    for zoom in ZOOMS {
        let [pile] = things(&set, zoom) else { panic!("one thing at zoom {zoom}") };
        assert_eq!(pile.count, 100_000);
        let at = view(LonLat::saturating(1.41, 18.44), f64::from(zoom));
        let picked = set.pick(&at, at.rect.center()).unwrap();
        assert_eq!(matches!(picked, Picked::Cluster { .. }), zoom < 12, "at zoom {zoom}");
        // The first of the first kind, wherever it stood in the list.
        if let Picked::Point { id, on_spot, .. } = picked {
            assert_eq!((id, on_spot), (PointId(0), 100_000));
        }
    }
}

#[test]
fn too_many_points_are_refused_with_their_number() {
    let error = PointSet::new(vec![point(0, 0.0, 0.0); PointSet::MOST + 1]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "500001 points are too many for the map: it shows 500000 at most; leave some out"
    );
}

/// A point anywhere in the world, but most often where others are.
fn somewhere() -> impl Strategy<Value = (f64, f64)> {
    prop_oneof![
        4 => (0.0..2.0_f64, 17.0..19.0_f64),
        2 => (1.40..1.42_f64, 18.43..18.45_f64),
        1 => Just((1.41, 18.44)),
        1 => (-180.0..=180.0_f64, -90.0..=90.0_f64),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_pointer_finds_what_looking_at_everything_finds(
        spots in proptest::collection::vec(somewhere(), 0..300),
        to in (0.0..1.0_f32, 0.0..1.0_f32),
        near in any::<prop::sample::Index>(),
        off in (-30.0..30.0_f32, -30.0..30.0_f32),
        zoom in 3.5..=14.0_f64,
    ) {
        let points = spots.iter().zip(0..).map(|(&(lon, lat), id)| point(id, lon, lat));
        let set = PointSet::new(points.collect()).unwrap();
        assert_counts_are_kept(&set);
        let view = view(LonLat::saturating(1.41, 18.44), zoom);
        let mut pointers = vec![view.rect.min + vec2(to.0, to.1) * view.rect.size()];
        let things = set.at_zoom(zoom).things();
        if !things.is_empty() {
            let thing = things[near.index(things.len())];
            pointers.push(view.screen_from_world(thing.at) + vec2(off.0, off.1));
        }
        for pointer in pointers {
            let found = set.pick(&view, pointer).map(what);
            prop_assert_eq!(found, picked_by_hand(&set, &view, pointer));
        }
    }

    #[test]
    fn no_two_orders_of_the_same_points_differ(
        spots in proptest::collection::vec(somewhere(), 0..120),
        start in any::<prop::sample::Index>(),
    ) {
        let points: Vec<MapPoint> =
            spots.iter().zip(0..).map(|(&(lon, lat), id)| point(id, lon, lat)).collect();
        let mut turned = points.clone();
        turned.reverse();
        if !turned.is_empty() {
            let middle = start.index(turned.len());
            turned.rotate_left(middle);
        }
        let (set, turned) = (PointSet::new(points).unwrap(), PointSet::new(turned).unwrap());
        for zoom in ZOOMS {
            prop_assert_eq!(things(&set, zoom), things(&turned, zoom));
        }
    }
}
