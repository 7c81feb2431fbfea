"""The lexicon of grey trades, read from `trades.toml`: which words, how suspicious, at home in which trades."""

import tomllib
from importlib.resources import files

#: What a word weighs: 3 hardly ever said but to sell … 0 a name or filler.
WEIGHT: dict[str, int] = {}
#: The trades in which a word is at home.
TRADES: dict[str, tuple[str, ...]] = {}

for _trade, _rows in tomllib.loads((files(__package__) / "trades.toml").read_text("utf-8")).items():
    for _key, _words in _rows.items():
        for _word in _words.split():
            WEIGHT[_word] = max(WEIGHT.get(_word, 0), int(_key[1:]))
            TRADES[_word] = (*TRADES.get(_word, ()), _trade)
