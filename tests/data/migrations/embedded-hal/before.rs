use std::convert::Infallible;

use embedded_hal::blocking::delay::{DelayMs, DelayUs};
use embedded_hal::blocking::i2c::{Read, Write, WriteRead};
use embedded_hal::digital::v2::OutputPin;

#[derive(Default)]
pub struct Bus {
    pub heard: Vec<(u8, Vec<u8>)>,
}

impl Write for Bus {
    type Error = Infallible;

    fn write(&mut self, address: u8, bytes: &[u8]) -> Result<(), Infallible> {
        self.heard.push((address, bytes.to_vec()));
        Ok(())
    }
}

impl Read for Bus {
    type Error = Infallible;

    fn read(&mut self, address: u8, buffer: &mut [u8]) -> Result<(), Infallible> {
        buffer.fill(address);
        Ok(())
    }
}

impl WriteRead for Bus {
    type Error = Infallible;

    fn write_read(&mut self, at: u8, bytes: &[u8], buffer: &mut [u8]) -> Result<(), Infallible> {
        self.write(at, bytes)?;
        self.read(at, buffer)
    }
}

#[derive(Default)]
pub struct Pin {
    pub high: bool,
}

impl OutputPin for Pin {
    type Error = Infallible;

    fn set_low(&mut self) -> Result<(), Infallible> {
        self.high = false;
        Ok(())
    }

    fn set_high(&mut self) -> Result<(), Infallible> {
        self.high = true;
        Ok(())
    }
}

pub struct Clock;

impl DelayMs<u8> for Clock {
    fn delay_ms(&mut self, ms: u8) {
        println!("{} ns", u32::from(ms) * 1_000_000);
    }
}

impl DelayUs<u16> for Clock {
    fn delay_us(&mut self, us: u16) {
        println!("{} ns", u32::from(us) * 1_000);
    }
}
