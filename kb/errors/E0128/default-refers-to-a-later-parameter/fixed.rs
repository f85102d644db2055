pub struct Store<Item = String, Cached = Option<Item>> {
    pub cached: Cached,
    pub items: Vec<Item>,
}
