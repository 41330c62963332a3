"""Reading: text to record. `reader` runs the steps; each step is a module with one public function."""
