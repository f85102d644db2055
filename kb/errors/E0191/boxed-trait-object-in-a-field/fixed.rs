pub trait Source {
    type Item;

    fn next(&mut self) -> Option<Self::Item>;
}

pub struct Station {
    pub sensors: Vec<Box<dyn Source<Item = f64>>>,
}
