"""What CONTRACT promises of every document, checked on every page that the tests touch."""

from pipeline.spans import cut, disjoint


def hold(document):
    """Assert the invariants of one document."""
    raw, text = document.raw_text, document.text
    removed = {offset for span in document.removed for offset in range(span.start, span.end)}

    # 1. deleting `removed` from `raw_text` gives `text`
    assert disjoint((span.start, span.end) for span in document.removed)
    assert all(raw[span.start : span.end] == span.text for span in document.removed)
    assert cut(raw, document.removed) == text

    # 2. an entity is where it says, in the text and on the raw page
    assert disjoint((entity.start, entity.end) for entity in document.entities)
    for entity in document.entities:
        assert text[entity.start : entity.end] == entity.text
        kept = [raw[offset] for offset in range(entity.raw_start, entity.raw_end) if offset not in removed]
        assert "".join(kept) == entity.text
        sentence = document.sentences[entity.sentence]
        assert sentence.start <= entity.start < entity.end <= sentence.end

    # 3. every visible character is in exactly one sentence, and offsets are of code points
    assert disjoint((sentence.start, sentence.end) for sentence in document.sentences)
    inside = {offset for sentence in document.sentences for offset in range(sentence.start, sentence.end)}
    assert all(character.isspace() or offset in inside for offset, character in enumerate(text))

    # what refers to something refers to something that is there
    findings = {finding.id for finding in document.findings}
    assert len(findings) == len(document.findings)
    assert all(set(entity.findings) <= findings for entity in document.entities)
    assert all(0 <= start < end <= len(text) for finding in document.findings for start, end in finding.spans)
    assert len({entity.id for entity in document.entities}) == len(document.entities)
