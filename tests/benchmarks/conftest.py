import sys
from pathlib import Path

# The benchmarks are scripts: one that uses another finds it beside itself.
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
