pub fn luminance(color: [f32; 4]) -> f32 {
    let [r, g, b, _alpha] = color;
    0.2126 * r + 0.7152 * g + 0.0722 * b
}
