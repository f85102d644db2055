pub trait Merge<T = Self> {
    fn merge(&mut self, other: T);
}

pub struct Document {
    pub parts: Vec<Box<dyn Merge>>,
}
