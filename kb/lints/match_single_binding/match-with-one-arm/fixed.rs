pub fn area(size: (u32, u32)) -> u32 {
    let (width, height) = size;
    width * height
}
