from comity.reading.extract import find_files


def test_folders_are_walked_in_order_past_hidden_foreign_and_looping_entries(tmp_path):
    names = ["b.txt", "a/z.PDF", "a/b/c.html", "c.exe", ".hidden.txt", ".git/x.txt", "a.md"]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    found = [str(path.relative_to(tmp_path)) for path in find_files([tmp_path])]
    assert found == ["a/b/c.html", "a/z.PDF", "a.md", "b.txt"]


def test_files_named_are_taken_whatever_their_ending(tmp_path):
    path = tmp_path / "c.exe"
    path.write_text("x")
    assert list(find_files([path])) == [path]


def test_missing_paths_and_folders_with_nothing_to_read_are_errors_and_the_rest_goes_on(tmp_path):
    good, empty = tmp_path / "good.txt", tmp_path / "empty"
    good.write_text("x")
    empty.mkdir()
    missing, nothing, last = find_files([tmp_path / "none", empty, good])
    assert "no such file" in str(missing)
    assert str(nothing).startswith(f"{empty}: holds no file that can be read; known endings are .txt")
    assert last == good


def test_no_more_files_are_given_than_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr("comity.reading.files.FILE_LIMIT", 2)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("x")
    *files, error = find_files([tmp_path])
    assert len(files) == 2
    assert "more than 2 files were given" in str(error)
