"""Many documents: where they are (``sources``), what is known of them (``ledger``), and many cores (``reading``)."""
