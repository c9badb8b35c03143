"""python -m entitle is the `entitle` command."""
from entitle.config.command import main

main()
