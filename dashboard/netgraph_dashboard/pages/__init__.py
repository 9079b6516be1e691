"""The pages, one file each, found by `netgraph_dashboard.app.find_pages`.

Each names its ``TITLE``, ``PATH`` and ``ORDER``, shows itself with
``layout(session)``, and answers through ``register(app, session)``.
"""
