use std::fmt;

pub struct Row(pub Vec<u32>);

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { ";" };
            write!(f, "{separator}{part}")?;
        }
        Ok(())
    }
}

pub fn csv(row: Vec<u32>) -> String {
    Row(row).to_string()
}
