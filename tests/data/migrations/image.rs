use image::{DynamicImage, Rgba, RgbaImage};

fn main() {
    let mut drawn = RgbaImage::new(3, 2);
    drawn.put_pixel(1, 1, Rgba([10, 200, 30, 128]));
    let image = DynamicImage::ImageRgba8(drawn);
    println!("{:?}", image.to_rgba().into_raw());
    println!("{:?} {:?}", image.to_rgb().into_raw(), image.to_luma().into_raw());
    println!(".to_luma() {:?} {:?}", image.to_luma_alpha().into_raw(), image.into_rgba().dimensions());
}
