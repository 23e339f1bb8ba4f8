//! The icons of the window, drawn as strokes on a 16-point grid.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2};

/// Edge of the grid on which the icons are drawn.
pub const ICON_SIZE: f32 = 16.0;
/// Width of their strokes.
const STROKE: f32 = 1.5;

/// One of the window's icons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Enlarge the map.
    Plus,
    /// Shrink the map.
    Minus,
    /// The whole theatre.
    Home,
    /// The previous thing in the direction of reading; mirrored in Arabic.
    Back,
    /// The next thing in the direction of reading; mirrored in Arabic.
    Forward,
    /// Save as a picture.
    Export,
    /// Nothing is asked of the network.
    Offline,
    /// Something comes from the network.
    Online,
    /// A step back; mirrored in Arabic.
    Undo,
    /// A step forward again; mirrored in Arabic.
    Redo,
    /// Copy to the clipboard.
    Copy,
    /// A town or other place.
    Place,
    /// Take away.
    Close,
    /// Something needs attention.
    Warning,
    /// Done.
    Check,
    /// Look for something.
    Search,
    /// A remark.
    Info,
    /// To the one before, in a list from top to bottom.
    Up,
    /// To the one after.
    Down,
    /// Begin a briefing; mirrored in Arabic.
    Play,
    /// Show or hide the panel.
    Panel,
    /// The settings.
    Settings,
    /// A point to measure from.
    Probe,
    /// A line to measure along.
    Ruler,
    /// All that is as far away.
    Circle,
    /// Take away for good.
    Delete,
}

impl Icon {
    /// Open lines on the grid.
    #[expect(clippy::too_many_lines, reason = "one arm an icon")]
    fn lines(self) -> &'static [&'static [(f32, f32)]] {
        match self {
            Self::Plus => &[&[(8.0, 3.0), (8.0, 13.0)], &[(3.0, 8.0), (13.0, 8.0)]],
            Self::Minus => &[&[(3.0, 8.0), (13.0, 8.0)]],
            Self::Home => &[
                &[(2.0, 8.0), (8.0, 2.5), (14.0, 8.0)],
                &[(3.8, 7.0), (3.8, 13.5), (12.2, 13.5), (12.2, 7.0)],
            ],
            Self::Back => &[&[(10.0, 3.0), (5.0, 8.0), (10.0, 13.0)]],
            Self::Forward => &[&[(6.0, 3.0), (11.0, 8.0), (6.0, 13.0)]],
            Self::Export => &[
                &[(2.5, 9.5), (2.5, 13.5), (13.5, 13.5), (13.5, 9.5)],
                &[(8.0, 10.0), (8.0, 2.5)],
                &[(4.8, 5.5), (8.0, 2.3), (11.2, 5.5)],
            ],
            Self::Offline => &[
                &[(2.0, 7.0), (4.6, 5.2), (8.0, 4.5), (11.4, 5.2), (14.0, 7.0)],
                &[(4.6, 9.8), (6.2, 8.7), (8.0, 8.3), (9.8, 8.7), (11.4, 9.8)],
                &[(7.6, 12.4), (8.4, 12.4)],
                &[(2.5, 2.0), (13.5, 14.0)],
            ],
            Self::Online => &[
                &[(2.0, 7.0), (4.6, 5.2), (8.0, 4.5), (11.4, 5.2), (14.0, 7.0)],
                &[(4.6, 9.8), (6.2, 8.7), (8.0, 8.3), (9.8, 8.7), (11.4, 9.8)],
                &[(7.6, 12.4), (8.4, 12.4)],
            ],
            Self::Undo => &[
                &[(6.0, 2.8), (2.8, 6.0), (6.0, 9.2)],
                &[
                    (2.8, 6.0),
                    (9.8, 6.0),
                    (12.2, 7.0),
                    (13.3, 9.5),
                    (12.2, 12.0),
                    (9.8, 13.0),
                    (6.4, 13.0),
                ],
            ],
            Self::Redo => &[
                &[(10.0, 2.8), (13.2, 6.0), (10.0, 9.2)],
                &[
                    (13.2, 6.0),
                    (6.2, 6.0),
                    (3.8, 7.0),
                    (2.7, 9.5),
                    (3.8, 12.0),
                    (6.2, 13.0),
                    (9.6, 13.0),
                ],
            ],
            Self::Copy => &[
                &[(6.0, 6.0), (13.5, 6.0), (13.5, 13.5), (6.0, 13.5), (6.0, 6.0)],
                &[(10.0, 6.0), (10.0, 2.5), (2.5, 2.5), (2.5, 10.0), (6.0, 10.0)],
            ],
            Self::Place => &[&[
                (8.0, 14.5),
                (4.2, 9.2),
                (3.4, 6.4),
                (4.3, 3.6),
                (6.4, 2.0),
                (8.0, 1.7),
                (9.6, 2.0),
                (11.7, 3.6),
                (12.6, 6.4),
                (11.8, 9.2),
                (8.0, 14.5),
            ]],
            Self::Close => &[&[(4.0, 4.0), (12.0, 12.0)], &[(12.0, 4.0), (4.0, 12.0)]],
            Self::Warning => &[
                &[(8.0, 2.0), (14.5, 13.5), (1.5, 13.5), (8.0, 2.0)],
                &[(8.0, 6.2), (8.0, 9.6)],
                &[(8.0, 11.5), (8.0, 11.7)],
            ],
            Self::Check => &[&[(2.8, 8.6), (6.3, 12.2), (13.4, 4.2)]],
            Self::Search => &[&[(10.4, 10.4), (14.0, 14.0)]],
            Self::Info => &[&[(8.0, 7.3), (8.0, 11.5)], &[(8.0, 4.7), (8.0, 4.9)]],
            Self::Up => &[&[(3.0, 10.5), (8.0, 5.5), (13.0, 10.5)]],
            Self::Down => &[&[(3.0, 5.5), (8.0, 10.5), (13.0, 5.5)]],
            // Two sliders: the same at every size, where a wheel's teeth run together.
            Self::Settings => &[
                &[(2.0, 5.0), (8.2, 5.0)],
                &[(12.2, 5.0), (14.0, 5.0)],
                &[(2.0, 11.0), (3.8, 11.0)],
                &[(7.8, 11.0), (14.0, 11.0)],
            ],
            Self::Probe => &[
                &[(8.0, 1.5), (8.0, 5.5)],
                &[(8.0, 10.5), (8.0, 14.5)],
                &[(1.5, 8.0), (5.5, 8.0)],
                &[(10.5, 8.0), (14.5, 8.0)],
            ],
            Self::Ruler => &[
                &[(1.8, 11.2), (11.2, 1.8), (14.2, 4.8), (4.8, 14.2), (1.8, 11.2)],
                &[(4.4, 8.6), (6.0, 10.2)],
                &[(6.7, 6.3), (8.3, 7.9)],
                &[(9.0, 4.0), (10.6, 5.6)],
            ],
            Self::Circle => &[&[(8.0, 8.0), (13.5, 8.0)]],
            Self::Delete => &[
                &[(2.5, 4.0), (13.5, 4.0)],
                &[(6.0, 4.0), (6.0, 2.0), (10.0, 2.0), (10.0, 4.0)],
                &[(4.0, 4.0), (4.7, 14.0), (11.3, 14.0), (12.0, 4.0)],
                &[(6.7, 6.8), (6.9, 11.2)],
                &[(9.3, 6.8), (9.1, 11.2)],
            ],
            Self::Play => &[&[(4.5, 2.5), (12.5, 8.0), (4.5, 13.5), (4.5, 2.5)]],
            Self::Panel => &[
                &[(2.0, 3.0), (14.0, 3.0), (14.0, 13.0), (2.0, 13.0), (2.0, 3.0)],
                &[(6.2, 3.0), (6.2, 13.0)],
            ],
        }
    }

    /// Circles on the grid: middle and radius.
    fn circles(self) -> &'static [((f32, f32), f32)] {
        match self {
            Self::Place => &[((8.0, 6.4), 1.7)],
            Self::Search => &[((6.8, 6.8), 4.8)],
            Self::Info => &[((8.0, 8.0), 6.2)],
            Self::Probe => &[((8.0, 8.0), 4.2)],
            Self::Circle => &[((8.0, 8.0), 6.2), ((8.0, 8.0), 0.6)],
            Self::Settings => &[((10.2, 5.0), 2.0), ((5.8, 11.0), 2.0)],
            _ => &[],
        }
    }
}

/// Paints `icon` into the middle of `rect` at its own size; `mirrored` turns it left to right.
pub fn paint(painter: &Painter, icon: Icon, rect: Rect, color: Color32, mirrored: bool) {
    let corner = (rect.center() - Vec2::splat(0.5 * ICON_SIZE)).round();
    let place = |&(x, y): &(f32, f32)| -> Pos2 {
        corner + pos2(if mirrored { ICON_SIZE - x } else { x }, y).to_vec2()
    };
    let stroke = Stroke::new(STROKE, color);
    for line in icon.lines() {
        painter.add(Shape::line(line.iter().map(place).collect(), stroke));
    }
    for (middle, radius) in icon.circles() {
        painter.circle_stroke(place(middle), *radius, stroke);
    }
}
