pub fn shelf(author: &str) -> u8 {
    match author {
        text if ("a"..="m").contains(&text) => 1,
        _ => 2,
    }
}
