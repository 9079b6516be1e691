"""See your professional network: clusters, brokers, and the gaps outside your own domain.

Nothing heavy is imported before it is used: `import netgraph` is cheap. The
public names stand in the stub beside this file (`__init__.pyi`).
"""

import lazy_loader as _lazy

__version__ = "0.1.0"
__getattr__, __dir__, __all__ = _lazy.attach_stub(__name__, __file__)
