fn extension(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(_, end)| end)
}

fn main() {
    println!("{:?}", extension("notes.txt"));
}
