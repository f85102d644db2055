use std::error::Error;

pub fn parse_ratio(text: &str) -> Result<f64, Box<dyn Error>> {
    let (top, bottom) = text.split_once('/').ok_or("no slash")?;
    let bottom: f64 = bottom.trim().parse()?;
    if bottom == 0.0 {
        return Err("division by zero".into());
    }
    let top: f64 = top.trim().parse()?;
    Ok(top / bottom)
}
