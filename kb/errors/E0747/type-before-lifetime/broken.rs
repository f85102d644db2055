pub struct Slice<'a, T> {
    pub items: &'a [T],
}

pub fn first_half<'a>(data: &'a [u8]) -> Slice<u8, 'a> {
    Slice {
        items: &data[..data.len() / 2],
    }
}
