pub trait Encode {
    fn encode(&self, out: &mut Vec<u8>);
}

pub struct Batch<T> {
    pub items: Vec<T>,
}

impl<T> Encode for Batch<T>
where
    T: Encode,
{
    fn encode(&self, out: &mut Vec<u8>) {
        for item in &self.items {
            item.encode(out);
        }
    }
}
