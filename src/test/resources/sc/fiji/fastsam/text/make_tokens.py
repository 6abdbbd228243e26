"""Writes tokens.tsv: what OpenAI's own tokenizer makes of odd and ordinary texts. Command: see README.md.

Each line is a text as a JSON string, a tab, its tokens as `clip.tokenize(text, truncate=True)` gives them, without
the zeros behind the end.
"""

import json
from pathlib import Path

from clip.simple_tokenizer import SimpleTokenizer

TOKENIZER = SimpleTokenizer()
TEXTS = [
    "a diagram", "a photo of a cat", "round bright nucleus", "elongated cell touching the border",
    "Rod-shaped bacteria (E. coli), Gram-negative", "DAPI-stained nuclei @ 40x/1.3 NA", "it's the cell's edge, isn't it?",
    "We'll see; they've gone, I'd say you're 'round'", "10 µm ± 0.5 μm", "3,141.59 %", "α-tubulin & β-actin", "Ångström",
    "naïve café Ünïcödé ß ẞ", "e\u0301 decomposed", "“curly” ‘quotes’", "ﬁne ﬂuorescence eﬀect", "ｆｕｌｌ　ｗｉｄｔｈ",
    "細胞の核", "ядро клетки", "נוקלאוס של תא", "نواة الخلية", "कोशिका", "핵", "🧫🔬 cells 🦠", "👩‍🔬 👍🏽", "&lt;b&gt;bold&lt;/b&gt; &amp;amp;",
    "x²+y³ ½ ⅷ ١٢", "tabs\tand\nnew\r\nlines   and \u00a0spaces", "zero\u200bwidth \ufeffmark", "a\u0000b\u0007c",
    "<|startoftext|>inside<|endoftext|>after", "!!!???...---", "!", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "supercalifragilisticexpialidocious pneumonoultramicroscopicsilicovolcanoconiosis", "mitochondria endoplasmic reticulum",
    "İstanbul ΣΊΣΥΦΟΣ ǅ", "snake_case camelCase kebab-case", "http://www.example.org/?q=cell&n=1", "a " * 74 + "b",
    "a " * 75, "a " * 76, "word " * 500, "é" * 200, "x1y2z3", "'s 't 're 'VE", "…ellipsis…", "√∞≈≠≤", "\U0001d54f\U0001d7d8", " lead and trail ",
]  # fmt: skip


def tokenize(text):
    """Tokens with start and end, at most 77, the last one the end."""
    ids = [49406, *TOKENIZER.encode(text), 49407]
    return ids if len(ids) <= 77 else [*ids[:76], 49407]


def main():
    lines = [json.dumps(t) + "\t" + " ".join(map(str, tokenize(t))) for t in TEXTS]
    (Path(__file__).parent / "tokens.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "texts")


if __name__ == "__main__":
    main()
