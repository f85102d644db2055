pub struct Store<Cached = Option<Item>, Item = String> {
    pub cached: Cached,
    pub items: Vec<Item>,
}
