pub trait Source<T> {
    fn value(&self) -> T;
}

pub struct Sensor<'a> {
    reading: &'a f64,
}

impl<'a> Source<&f64> for Sensor<'a> {
    fn value(&self) -> &f64 {
        self.reading
    }
}
