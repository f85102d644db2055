pub struct Image {
    pub width: u32,
    pub height: u32,
}

pub trait Storable {
    fn size_in_bytes(&self) -> u32;
}

impl Image {
    pub fn pixel_count(&self) -> u32 {
        self.width * self.height
    }
}

impl Storable for Image {
    fn size_in_bytes(&self) -> u32 {
        self.pixel_count() * 4
    }
}
