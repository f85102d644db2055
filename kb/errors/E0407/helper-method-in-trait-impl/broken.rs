pub struct Image {
    pub width: u32,
    pub height: u32,
}

pub trait Storable {
    fn size_in_bytes(&self) -> u32;
}

impl Storable for Image {
    fn pixel_count(&self) -> u32 {
        self.width * self.height
    }

    fn size_in_bytes(&self) -> u32 {
        self.width * self.height * 4
    }
}
