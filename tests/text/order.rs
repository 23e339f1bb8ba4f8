//! Whether mixed directions are shown in reading order.

use sahel_map::text::{isolate, ltr};

use super::{BODY, P8, Screen, lefts, painted, rows};

#[test]
fn digits_and_latin_keep_their_order_in_arabic() {
    let galley = Screen::new().line("مدينة (Kidal) تبعد 12 كم");
    let [m, bracket, k, i, d, other, one, two, last] =
        lefts(&galley, ['م', '(', 'K', 'i', 'd', ')', '1', '2', 'ك']);
    assert!(last < one && one < two && two < other, "12 reads from the left, left of the name");
    assert!(
        other < k && k < i && i < d && d < bracket && bracket < m,
        "the name reads from the left"
    );
}

#[test]
fn arabic_keeps_its_order_in_french() {
    let galley = Screen::new().line("de تاودني à Gao");
    let [d, ta, dal, ya, g] = lefts(&galley, ['d', 'ت', 'د', 'ي', 'G']);
    assert!(d < ya && ya < dal && dal < ta && ta < g);
}

#[test]
fn an_isolate_keeps_dates_and_signs_together() {
    let screen = Screen::new();
    let bare = screen.line("في 2024-07-25");
    let [year, day] = lefts(&bare, ['4', '5']);
    assert!(day < year, "what UAX #9 says of a date after an Arabic letter");
    let isolated = screen.line(&format!("في {}", ltr("2024-07-25")));
    let [year, month, day] = lefts(&isolated, ['4', '7', '5']);
    assert!(year < month && month < day);
    let minus = screen.line(&format!("عند {} درجة", ltr("-4.5")));
    let [sign, four, five] = lefts(&minus, ['-', '4', '5']);
    assert!(sign < four && four < five);
    let named = screen.line(&format!("{} (12)", isolate("كيدال")));
    assert!(painted(&named) > 0);
}

#[test]
fn the_first_line_of_a_paragraph_comes_first() {
    let galley = Screen::new().paragraph(P8, &BODY, 380.0);
    assert!(galley.rows[0].text().starts_with("في يوليو 2024"));
    assert!(galley.rows.is_sorted_by(|a, b| a.pos.y < b.pos.y));
    assert_eq!(rows(&galley).concat(), P8);
    assert_eq!(galley.text(), P8);
    assert_eq!(galley.size().y, 28.0 * galley.rows.len() as f32);
}
