"""One module a file format; each has `read(data) -> Found` and raises its library's own errors."""
