fn extension<'a>(path: &'a str<'a>) -> Option<&'a str> {
    path.rsplit_once('.').map(|(_, end)| end)
}

fn main() {
    println!("{:?}", extension("notes.txt"));
}
