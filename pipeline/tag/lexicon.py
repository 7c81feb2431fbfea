"""Word lists as they are written in the rules of this room, and patterns made from them."""

import re
from collections.abc import Collection, Iterable

#: More branches than this are not tried before the next character is known to be one of theirs.
_MANY = 8

#: The words that begin alike, by their next character; "" where one ends.
Tree = dict[str, "Tree"]


def listed(words: str) -> list[str]:
    """The words of a list that is written with spaces and line breaks between them."""
    return words.split()


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest that stands there.

    It is the tree of their beginnings, which `re` descends character by character; an alternation of a thousand
    words would be tried word by word.
    """
    tree: Tree = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _pattern(tree)


def _pattern(node: Tree) -> str:
    """The expression for what may follow from a node on; as deep as the longest word is long."""
    characters = sorted(node.keys() - {""})
    if not characters:
        return ""
    branches = "|".join(re.escape(character) + _pattern(node[character]) for character in characters)
    # One look at a set of characters is quicker than a try of each branch.
    ahead = f"(?=[{re.escape(''.join(characters))}])" if len(characters) > _MANY else ""
    return f"(?:{ahead}(?:{branches})){'?' if '' in node else ''}"


def first_of(words: Iterable[str]) -> str:
    """A look ahead for the first character of any of the words, which spares a search most places."""
    return f"(?=[{re.escape(''.join(sorted({word[0] for word in words})))}])"


def opening_of(words: Collection[str]) -> str:
    """A regular expression that is quick to tell where none of the words stands: by their first two characters."""
    firsts, seconds = (re.escape("".join(sorted({word[place] for word in words if len(word) > 1}))) for place in (0, 1))
    single = re.escape("".join(sorted({word for word in words if len(word) == 1})))
    return f"(?=[{single}{firsts}])(?:[{single}]|[{firsts}][{seconds}])"
