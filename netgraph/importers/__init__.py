"""Reading what people export: files, folders, ZIPs and uploads become `Contacts`.

Each format is one file in this folder; it registers itself by `@importer`.
"""

from __future__ import annotations

import importlib
import pkgutil

from netgraph.importers._join import Reading, join
from netgraph.importers._read import available_importers, read, read_parts

__all__ = ["Reading", "available_importers", "join", "read", "read_parts"]

for _module in pkgutil.walk_packages(__path__, prefix=f"{__name__}."):
    importlib.import_module(_module.name)
