"""One file a page: ``TITLE``, ``PATH``, ``ORDER``, ``layout(session)``, ``register(app, session)``."""
