//! What was found, in a list under the search field.

use super::row::{At, Row, paint_text};
use super::widgets::{BODY, paragraph, raised_frame, scroll};
use crate::dossier::{Basis, Precision};
use crate::geodata::{CountryCode, Names, PlaceRank};
use crate::i18n::{Args, Key, fold, isolate, key};
use crate::map::icons::{self, Icon};
use crate::map::kit::{Kit, NOTE};
use crate::map::labels::{first_name, second_name};
use crate::state::AppState;
use crate::state::search::{Search, What};
use crate::text::RichText;
use egui::{
    Area, Context, CursorIcon, Frame, Id, Order, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2,
    vec2,
};

const LEAST_WIDTH: f32 = 344.0;
const ROW_HEIGHT: f32 = 48.0;
/// Rows in sight at most.
const ROWS: f32 = 8.0;
/// How many rows a page turns.
pub(super) const PAGE: i32 = 7;
/// Room round the rows.
const PADDING: f32 = 4.0;

/// Shows the list under `field`; says where it is and which thing was clicked.
pub(super) fn show(
    ctx: &Context,
    field: Rect,
    search: &Search,
    state: &AppState,
    kit: Kit<'_>,
    field_id: Id,
) -> (Rect, Option<usize>) {
    let window = ctx.content_rect();
    let width = field.width().max(LEAST_WIDTH).min(window.width() - 32.0).max(1.0);
    let left = if kit.is_rtl() { field.right() - width } else { field.left() };
    let corner = pos2(left, field.bottom() + 12.0);
    let height = (ROWS * ROW_HEIGHT).min(window.bottom() - corner.y - 16.0).max(ROW_HEIGHT);
    let frame = raised_frame(kit).inner_margin(PADDING);
    let area = Area::new(Id::unique("search results")).order(Order::Foreground);
    let shown = area.fixed_pos(corner).constrain(false).show(ctx, |ui| {
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            // Not what the last frame needed: there may be more to show now.
            ui.set_max_size(vec2(width - 2.0 * PADDING, height));
            ui.set_width(width - 2.0 * PADDING);
            if search.found.is_empty() {
                nothing(ui, search, kit);
                return None;
            }
            scroll::vertical(ui, kit, "found", Some(height), |ui| {
                list(ui, search, state, kit, field_id)
            })
        })
    });
    (shown.response.rect, shown.inner.inner)
}

fn nothing(ui: &mut Ui, search: &Search, kit: Kit<'_>) {
    let words = if let Some(at) = search.outside {
        let position = Args::new().text("position", kit.words.coordinates(at));
        kit.words.format(key::SEARCH_OUTSIDE, position)
    } else if let Some(fault) = &search.fault {
        kit.words.not_a_position(&search.query, fault)
    } else {
        let query = search.query.trim();
        let end = query.char_indices().nth(40).map_or(query.len(), |(end, _)| end);
        let query = query.get(..end).unwrap_or_default();
        kit.words.format(key::SEARCH_EMPTY, Args::new().text("query", query))
    };
    Frame::new().inner_margin(12.0).show(ui, |ui| {
        paragraph(ui, kit, &words, &BODY, kit.theme.ui.muted);
    });
}

fn list(
    ui: &mut Ui,
    search: &Search,
    state: &AppState,
    kit: Kit<'_>,
    field_id: Id,
) -> Option<usize> {
    let seen = ui.clip_rect();
    let size = vec2(ui.available_width(), ROW_HEIGHT * search.found.len() as f32);
    let (_, whole) = ui.allocate_space(size);
    let id = ui.scope_id().with("list");
    let list = ui.interact(whole, id, Sense::hover());
    let name = kit.words.text(key::SEARCH_RESULTS);
    list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, name.as_ref()));
    // Which is chosen of what is remembered, so that only a new choice scrolls the list.
    let choice = (search.query.clone(), search.chosen);
    let is_new = ui.data(|data| data.get_temp::<(String, usize)>(id)).as_ref() != Some(&choice);
    let mut picked = None;
    for (index, what) in search.found.iter().enumerate() {
        let top = whole.top() + ROW_HEIGHT * index as f32;
        let rect = Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), ROW_HEIGHT));
        let chosen = index == search.chosen;
        if chosen && is_new {
            ui.scroll_to_rect(rect, None);
        }
        let said = Said::of(what, state, kit);
        // The field keeps the focus: a row is no stop of Tab.
        let row_id = id.with(index);
        let response = ui.interact(rect, row_id, Sense::CLICK);
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| {
            WidgetInfo::selected(Role::ListBoxOption, true, chosen, said.aloud(kit))
        });
        if chosen {
            ui.ctx().accesskit_node_builder(field_id, |node| {
                node.set_active_descendant(row_id.accesskit_id());
            });
        }
        if response.clicked() {
            picked = Some(index);
        }
        if rect.intersects(seen) {
            row(ui, kit, rect, &said, &search.query, (chosen, response.hovered()));
        }
    }
    ui.data_mut(|data| data.insert_temp(id, choice));
    picked
}

fn row(
    ui: &Ui,
    kit: Kit<'_>,
    rect: Rect,
    said: &Said<'_>,
    query: &str,
    (chosen, hovered): (bool, bool),
) {
    let colors = &kit.theme.ui;
    if chosen {
        ui.painter().rect_filled(rect, 6.0, colors.selected_row);
    } else if hovered {
        ui.painter().rect_filled(rect, 6.0, colors.hover);
    }
    let mut cells = Row::new(rect.shrink2(vec2(12.0, 4.0)), kit.is_rtl());
    let ink = if said.reported { colors.accent } else { colors.muted };
    icons::paint(ui.painter(), said.icon, cells.start(16.0), ink, false);
    cells.start(12.0);
    let (above, below) = cells.rest().split_top_bottom_at_fraction(0.52);
    let mut line = Row::new(above, kit.is_rtl());
    let style = BODY.weight(500.0);
    let hits = fold::find_all(&said.name, query.trim());
    let rich = hits.into_iter().fold(RichText::new(said.name.as_str()), |rich, hit| {
        rich.colored(hit, colors.on_soft_accent)
    });
    let marked = kit.text.rich(ui.ctx(), &rich, &style, None).galley;
    let name = if marked.size().x <= above.width() {
        marked
    } else {
        kit.text.ellipsized(ui.ctx(), &said.name, &style, above.width())
    };
    let width = name.size().x;
    paint_text(ui, kit, line.start(width), name, colors.text, At::Start);
    line.start(8.0);
    let second = kit.text.line(ui.ctx(), said.second, &NOTE);
    if second.size().x <= line.rest().width() {
        paint_text(ui, kit, line.rest(), second, colors.muted, At::Start);
    }
    let note = kit.text.ellipsized(ui.ctx(), &said.note, &NOTE, below.width());
    paint_text(ui, kit, below, note, colors.muted, At::Start);
}

/// What is said of a thing that was found.
struct Said<'a> {
    name: String,
    /// The name in another language.
    second: &'a str,
    /// What it is, and the country it is in.
    note: String,
    icon: Icon,
    /// Whether the dossier has it.
    reported: bool,
}

impl<'a> Said<'a> {
    fn of(what: &What, state: &'a AppState, kit: Kit<'_>) -> Self {
        let (world, lang) = (&state.world, kit.words.lang());
        let alone = |name: String, kind: Key, icon| Self {
            name,
            second: "",
            note: kit.words.text(kind).into_owned(),
            icon,
            reported: false,
        };
        let place = |names: &'a Names, kind: Key, country: Option<CountryCode>| {
            let country = country.map(|code| world.country_name(code, lang));
            let kind = kit.words.text(kind);
            let note = match country.filter(|country| !country.is_empty()) {
                Some(country) => {
                    let args = Args::new().text("kind", kind.as_ref()).text("country", country);
                    kit.words.format(key::SEARCH_OF_COUNTRY, args)
                }
                None => kind.into_owned(),
            };
            Self {
                second: second_name(names, lang),
                name: first_name(names, lang).to_owned(),
                note,
                icon: Icon::Place,
                reported: false,
            }
        };
        let gone = || alone(String::new(), key::SEARCH_KIND_TOWN, Icon::Place);
        match what {
            What::Place(id) => world.dossier.place(id).map_or_else(gone, |found| {
                let kind = match found.basis {
                    Basis::Article { .. } => key::SEARCH_KIND_PLACE,
                    Basis::Context => key::SEARCH_KIND_CONTEXT,
                };
                let country = found.country.filter(|_| found.precision != Precision::Country);
                Self { reported: true, ..place(&found.names, kind, country) }
            }),
            What::Town(index) => world.ground.places.places.get(*index).map_or_else(gone, |town| {
                let kind = match town.rank {
                    PlaceRank::NationalCapital => key::SEARCH_KIND_CAPITAL,
                    PlaceRank::City | PlaceRank::Town => key::SEARCH_KIND_TOWN,
                    PlaceRank::Small => key::SEARCH_KIND_VILLAGE,
                };
                place(&town.names, kind, Some(town.country))
            }),
            What::Region(index) => {
                world.ground.regions.regions.get(*index).map_or_else(gone, |region| {
                    let country = Some(region.country.code());
                    place(&region.names, key::SEARCH_KIND_REGION, country)
                })
            }
            What::Airport(index) => {
                world.ground.airports.airports.get(*index).map_or_else(gone, |airport| {
                    let mut words =
                        place(&airport.names, key::SEARCH_KIND_AIRPORT, Some(airport.country));
                    let codes = airport.codes();
                    let codes = isolate::inserted(lang, &codes);
                    words.note =
                        format!("{}{}{codes}", words.note, kit.words.text(key::LIST_COMMA));
                    words
                })
            }
            What::Country(code) => {
                world.ground.countries.get(*code).map_or_else(gone, |country| {
                    place(&country.names, key::SEARCH_KIND_COUNTRY, None)
                })
            }
            What::Position(at) => {
                alone(kit.words.coordinates(*at), key::SEARCH_KIND_POSITION, Icon::Place)
            }
            What::Command(command) => {
                let name = kit.words.text(command.key()).into_owned();
                alone(name, key::SEARCH_KIND_COMMAND, Icon::Forward)
            }
        }
    }

    /// What a screen reader says.
    fn aloud(&self, kit: Kit<'_>) -> String {
        format!("{}{}{}", self.name, kit.words.text(key::LIST_COMMA), self.note)
    }
}
