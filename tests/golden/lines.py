#!/usr/bin/env python3
"""Makes lines.csv: where Pango breaks the dossier's excerpts into lines, and how wide each line is.

Run it at the root of the repository: /usr/bin/python3 tests/golden/lines.py > tests/golden/lines.csv
It needs Python 3.11, python3-gi, gir1.2-pangocairo-1.0 and fontconfig. Nothing of the program is
used but its texts and its font files: order and line breaks are Pango's (FriBidi), the glyphs and
their advances HarfBuzz's. The committed file was made by Pango 1.50.12 with HarfBuzz 6.0.0.

Settings: Vazirmatn at 16 pixels, direction of the first letter, lines broken at words, hinting and
the rounding of positions off. A row is an excerpt in a language at a weight and a width in pixels
(0: not broken), with the number of its glyphs and `first character:width` of each line, counted in
characters from 0. A width is that of the line's glyphs without the space at its end. Texts that are
not the dossier's stand in their row themselves.
"""

import os
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CUT = " […] "
# Lines that break between words of the other direction, and inside an isolate.
MIXED = [
    "قالت صحيفة Le Monde des Livres du Sahel إن بلدة Tin Zaouatine تقع قرب الحدود",
    "تقع كيدال عند \u206618.4435° N and then 1.4092° E\u2069 من جهة الشمال",
    "Le nom الإطار الاستراتيجي للدفاع عن شعب أزواد est celui de la coalition",
]
SIZE = 16
SETTINGS = [(400, 0), (700, 0), (400, 240), (400, 300), (400, 360), (400, 480), (400, 640)]


def only_our_fonts(folder):
    """Has fontconfig, and with it Pango, know the program's fonts and no others."""
    config = Path(folder, "fonts.conf")
    config.write_text(
        f"<fontconfig><dir>{ROOT / 'assets/fonts'}</dir><cachedir>{folder}</cachedir></fontconfig>"
    )
    os.environ["FONTCONFIG_FILE"] = str(config)


def texts():
    """The excerpts as the program shows them: id, language, text."""
    excerpts = tomllib.loads((ROOT / "assets/dossier/excerpts.toml").read_text())["excerpt"]
    for excerpt in excerpts:
        yield excerpt["id"], "ar", CUT.join(excerpt["pieces"])
        for lang in ["fr", "en"]:
            yield excerpt["id"], lang, excerpt["translation"][lang]
    for text in MIXED:
        yield text, "", text


def lay_out(Pango, layout, text, weight, width):
    """Number of glyphs, and first character and width of each line."""
    font = Pango.FontDescription.from_string("Vazirmatn")
    font.set_absolute_size(SIZE * Pango.SCALE)
    font.set_weight(Pango.Weight(weight))
    layout.set_font_description(font)
    layout.set_width(width * Pango.SCALE if width else -1)
    layout.set_text(text, -1)
    assert layout.get_unknown_glyphs_count() == 0, text
    encoded = text.encode()
    glyphs, lines = 0, []
    for line in layout.get_lines_readonly():
        glyphs += sum(run.glyphs.num_glyphs for run in line.runs)
        first = len(encoded[: line.start_index].decode())
        lines.append(f"{first}:{line.get_extents()[1].width / Pango.SCALE:.2f}")
    return glyphs, lines


def main():
    with tempfile.TemporaryDirectory() as folder:
        only_our_fonts(folder)
        import gi

        gi.require_version("Pango", "1.0")
        gi.require_version("PangoCairo", "1.0")
        import cairo
        from gi.repository import Pango, PangoCairo

        context = PangoCairo.FontMap.new().create_context()
        options = cairo.FontOptions()
        options.set_hint_style(cairo.HINT_STYLE_NONE)
        options.set_hint_metrics(cairo.HINT_METRICS_OFF)
        PangoCairo.context_set_font_options(context, options)
        context.set_round_glyph_positions(False)
        layout = Pango.Layout(context)
        layout.set_auto_dir(True)
        layout.set_wrap(Pango.WrapMode.WORD)

        print("excerpt,lang,weight,width,glyphs,lines")
        for excerpt, lang, text in texts():
            for weight, width in SETTINGS:
                glyphs, lines = lay_out(Pango, layout, text, weight, width)
                print(excerpt, lang, weight, width, glyphs, " ".join(lines), sep=",")


if __name__ == "__main__":
    main()
