pub trait Cell {
    fn text(&self) -> String;
}

impl Cell for u64 {
    fn text(&self) -> String {
        self.to_string()
    }
}

impl Cell for String {
    fn text(&self) -> String {
        self.clone()
    }
}

impl Cell for bool {
    fn text(&self) -> String {
        if *self { "yes" } else { "no" }.to_string()
    }
}
