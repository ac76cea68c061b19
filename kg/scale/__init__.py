"""Many documents: where they are (``sources``), what is known of them (``seen``), and many cores (``pool``)."""
