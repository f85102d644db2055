pub trait Encode {
    fn encode(&self, out: &mut Vec<u8>);
}

pub struct Batch<T> {
    pub items: Vec<T>,
}

impl<T> Encode for T
where
    Batch<T>: Encode,
{
    fn encode(&self, out: &mut Vec<u8>) {
        out.push(0);
    }
}
