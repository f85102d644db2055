pub trait Source<T> {
    fn value(&self) -> T;
}

pub struct Sensor<'a> {
    reading: &'a f64,
}

impl<'a> Source<&'a f64> for Sensor<'a> {
    fn value(&self) -> &'a f64 {
        self.reading
    }
}
