use std::ops::Add;

pub struct Points(pub u32);

impl Add for Points {
    type Output = Points;

    fn add(self, other: Points) -> Points {
        Points(self.0 + other.0)
    }
}
