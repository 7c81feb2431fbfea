"""Makes spoiled pages from clean ones, with exact gold: insertions and substitutions, each from a seed."""
