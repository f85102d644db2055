pub fn shelf(author: &str) -> u8 {
    match author {
        "a"..="m" => 1,
        _ => 2,
    }
}
