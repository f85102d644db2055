pub fn place_of(articles: &[u32], wanted: u32) -> Option<usize> {
    articles.iter().position(|article| *article == wanted)
}
