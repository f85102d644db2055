pub trait Layer {
    fn depth() -> usize;
}

pub struct Base;

impl Layer for Base {
    fn depth() -> usize {
        1
    }
}
